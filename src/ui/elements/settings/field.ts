/** What an editor is given: a value to show, and whom to tell of another one. */
export interface Field<Value> {
  /** For tests, and to tell the parts of a field apart. */
  id: string;
  /** What it is called by those who hear it. */
  label: string;
  value: Value;
  change: (value: Value) => void;
}
