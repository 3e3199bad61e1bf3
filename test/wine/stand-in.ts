/** The assembled bytes of stand-in.s, from address 0x140001000 on. */
const code = [
  '000000000000000000000000581000002810000000000000000000000000000000000000000000006610000000000000',
  '78100000000000008a10000000000000a010000000000000b61000000000000000000000000000006b65726e656c3332',
  '2e646c6c00900000476574436f6d6d616e644c696e655700000043726561746550726f63657373570090000057616974',
  '466f7253696e676c654f626a65637400000047657445786974436f646550726f63657373009000004578697450726f63',
  '65737300433a5c77696e646f77735c73797374656d33325c636d642e657865202f64202f6320433a5c7374616e642d69',
  '6e2e636d642000660f1f8400000000004881ec58010000488d3dc2000000488d35afffffff31c0ac84c0740466abebf7',
  'ff1502ffffff4889c666ad66ab6685c075f7488d7c246031c0b980000000f3aac74424606800000031c9488d157f0000',
  '004531c04531c9c744242001000000c74424280000000048c74424300000000048c744243800000000488d4424604889',
  '442440488d8424c80000004889442448ff159afeffff488b8c24c8000000baffffffffff158ffeffff488b8c24c80000',
  '00488d542450ff1584feffff8b4c2450ff1582feffff662e0f1f840000000000',
].join('');

/** Offset of `start:` in the code. */
const entry = 0x100;
const header = 0x200;
const page = 0x1000;

/**
 * A Windows program (PE32+, x64, console) that runs C:\\stand-in.cmd with its own command line as arguments, waits, and
 * ends with the same exit code. Wine's loader needs no more of the format than this: one section, one import directory.
 * Field offsets: PE Format specification, sections "COFF File Header" and "Optional Header".
 */
export function standIn(): Buffer {
  const text = Buffer.from(code, 'hex');
  const size = Math.ceil(text.length / header) * header;
  const image = Buffer.alloc(header + size);
  image.write('MZ', 0);
  image.writeUInt32LE(0x40, 0x3c);
  image.write('PE\0\0', 0x40, 'latin1');
  image.writeUInt16LE(0x8664, 0x44); // machine: x64
  image.writeUInt16LE(1, 0x46); // sections
  image.writeUInt16LE(0xf0, 0x54); // size of the optional header
  image.writeUInt16LE(0x22, 0x56); // executable, large addresses
  const optional = 0x58;
  image.writeUInt16LE(0x20b, optional); // PE32+
  image.writeUInt32LE(size, optional + 4);
  image.writeUInt32LE(page + entry, optional + 16);
  image.writeUInt32LE(page, optional + 20);
  image.writeBigUInt64LE(0x140000000n, optional + 24);
  image.writeUInt32LE(page, optional + 32); // alignment in memory
  image.writeUInt32LE(header, optional + 36); // alignment in the file
  image.writeUInt16LE(6, optional + 40); // system version
  image.writeUInt16LE(6, optional + 48); // subsystem version
  image.writeUInt32LE(0xa000, optional + 56); // size in memory
  image.writeUInt32LE(header, optional + 60);
  image.writeUInt16LE(3, optional + 68); // console
  image.writeBigUInt64LE(0x100000n, optional + 72);
  image.writeBigUInt64LE(0x1000n, optional + 80);
  image.writeBigUInt64LE(0x100000n, optional + 88);
  image.writeBigUInt64LE(0x1000n, optional + 96);
  image.writeUInt32LE(16, optional + 108); // directories
  image.writeUInt32LE(page, optional + 120); // imports
  image.writeUInt32LE(40, optional + 124);
  const section = optional + 0xf0;
  image.write('.all', section);
  image.writeUInt32LE(0x9000, section + 8);
  image.writeUInt32LE(page, section + 12);
  image.writeUInt32LE(size, section + 16);
  image.writeUInt32LE(header, section + 20);
  image.writeUInt32LE(0xe0000020, section + 36); // code; executable, readable, writable
  text.copy(image, header);
  return image;
}
