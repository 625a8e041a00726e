import type { NamedSetting } from "../../facts/setting-search.ts";

/** Somebody wants a setting to be otherwise; `to` is left out where it is to be the default again. */
export class SettingEvent extends Event {
  static readonly type = "mien-setting";
  readonly setting: NamedSetting;
  readonly to: { value: unknown } | null;

  constructor(setting: NamedSetting, to: { value: unknown } | null) {
    super(SettingEvent.type, { bubbles: true, composed: true });
    this.setting = setting;
    this.to = to;
  }
}
