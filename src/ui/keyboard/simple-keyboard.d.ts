/** The build for browsers of today, of half the size; its types are the package's own. */
declare module "simple-keyboard/build/index.modern.esm.js" {
  export { default } from "simple-keyboard";
}
