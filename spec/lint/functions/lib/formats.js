/** The formats that descriptions may use, each with its type. */
export const FORMATS = {
  int32: 'integer',
  int64: 'integer',
  float: 'number',
  double: 'number',
  byte: 'string',
  binary: 'string',
  date: 'string',
  'date-time': 'string',
  email: 'string',
  hostname: 'string',
  ipv4: 'string',
  ipv6: 'string',
  password: 'string',
  uri: 'string',
  uuid: 'string',
};
