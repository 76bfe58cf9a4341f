const PART = 'schemas/Part.yaml';
const madeAt = files => files[PART].properties.made_at;

export const good = [{ title: 'another known format', change: files => { madeAt(files).format = 'uuid'; } }];

export const bad = [
  {
    title: 'a format that is misspelt',
    change: files => { madeAt(files).format = 'datetime'; },
    finds: [[PART, 'properties.made_at.format', 'The format datetime is not known; use one of int32, int64, float, double, byte, binary, date, date-time, email, hostname, ipv4, ipv6, password, uri, uuid, or a pattern.']],
  },
  {
    title: 'a format of another type',
    change: files => { madeAt(files).format = 'int32'; },
    finds: [[PART, 'properties.made_at.format', 'The format int32 is for the type integer, not string; change one of them.']],
  },
];
