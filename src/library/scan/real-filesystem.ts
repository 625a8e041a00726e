import { statfsSync } from "node:fs";

/** By their magic numbers in Linux: they hold no files but the kernel's words, without an end. */
const pseudo: ReadonlySet<number> = new Set([
  0x9fa0, // proc
  0x62656572, // sysfs
  0x1cd1, // devpts
  0x27e0eb, // cgroup
  0x63677270, // cgroup2
  0x64626720, // debugfs
  0x74726163, // tracefs
  0x73636673, // securityfs
  0xcafe4a11, // bpf
  0x62656570, // configfs
  0x19800202, // mqueue
  0x958458f6, // hugetlbfs
  0x42494e4d, // binfmt_misc
  0x65735543, // fusectl
  0x6e736673, // nsfs
  0x6165676c, // pstore
  0xf97cff8c, // selinuxfs
  0xde5e81e4, // efivarfs
]);

/** Whether files in this folder lie on something that keeps them. Blocks, and throws the system's error. */
export function isRealFilesystem(folder: Buffer | string): boolean {
  return !pseudo.has(statfsSync(folder).type >>> 0);
}
