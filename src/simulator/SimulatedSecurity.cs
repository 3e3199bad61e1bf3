using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Mendsheet.Simulation
{
    // Windows PowerShell compiles this as C# 5.
    // Access lists of services: what the service manager shows as SDDL, the registry keeps as bytes.
    public static class Security
    {
        private static readonly Dictionary<string, uint> Rights = new Dictionary<string, uint>
        {
            { "CC", 1 }, { "DC", 2 }, { "LC", 4 }, { "SW", 8 }, { "RP", 0x10 }, { "WP", 0x20 }, { "DT", 0x40 }, { "LO", 0x80 },
            { "CR", 0x100 }, { "SD", 0x10000 }, { "RC", 0x20000 }, { "WD", 0x40000 }, { "WO", 0x80000 }, { "GA", 0x10000000 },
            { "GX", 0x20000000 }, { "GW", 0x40000000 }, { "GR", 0x80000000 }, { "FA", 0x1f01ff }, { "KA", 0xf003f }
        };

        private static readonly Dictionary<string, uint[]> Trustees = new Dictionary<string, uint[]>
        {
            { "WD", new uint[] { 1, 0 } }, { "IU", new uint[] { 5, 4 } }, { "SU", new uint[] { 5, 6 } }, { "AU", new uint[] { 5, 11 } },
            { "SY", new uint[] { 5, 18 } }, { "BA", new uint[] { 5, 32, 544 } }, { "BG", new uint[] { 5, 32, 546 } }
        };

        private static readonly Regex Entry = new Regex(@"\(([AD]);([A-Z]*);(0x[0-9a-fA-F]+|[A-Z]*);;;([A-Z]{2})\)");

        public static uint MaskOf(string rights)
        {
            if (rights.StartsWith("0x", StringComparison.Ordinal)) return uint.Parse(rights.Substring(2), NumberStyles.HexNumber);
            uint mask = 0;
            for (int at = 0; at < rights.Length; at += 2) mask |= Rights[rights.Substring(at, 2)];
            return mask;
        }

        // Whether one of these trustees may read the list itself.
        public static bool MayRead(string sddl, string[] who)
        {
            return Entries(sddl).Any(entry => entry[1] == "A" && who.Contains(entry[4]) &&
                (MaskOf(entry[3]) & 0x90020000) != 0);
        }

        // Self-relative, as below Services\<name>\Security; null for what is not simulated, such as conditions.
        public static byte[] ToBytes(string sddl)
        {
            string list = Regex.Replace(sddl ?? "", "S:.*$", "");
            if (list.Length == 0 || Entry.Replace(list, "").Trim("D:PAI".ToCharArray()).Length > 0) return null;
            var body = new List<byte>();
            var entries = Entries(list);
            foreach (var entry in entries)
            {
                var who = Trustees[entry[4]];
                byte flags = (byte)((entry[2].Contains("OI") ? 1 : 0) | (entry[2].Contains("CI") ? 2 : 0));
                body.Add((byte)(entry[1] == "A" ? 0 : 1));
                body.Add(flags);
                body.AddRange(BitConverter.GetBytes((ushort)(16 + 4 * (who.Length - 1))));
                body.AddRange(BitConverter.GetBytes(MaskOf(entry[3])));
                body.AddRange(new byte[] { 1, (byte)(who.Length - 1), 0, 0, 0, 0, 0, (byte)who[0] });
                foreach (uint part in who.Skip(1)) body.AddRange(BitConverter.GetBytes(part));
            }
            var bytes = new List<byte> { 1, 0, 4, 0x80 };
            bytes.AddRange(new byte[12]);
            bytes.AddRange(BitConverter.GetBytes(20));
            bytes.AddRange(new byte[] { 2, 0 });
            bytes.AddRange(BitConverter.GetBytes((ushort)(8 + body.Count)));
            bytes.AddRange(BitConverter.GetBytes((ushort)entries.Length));
            bytes.AddRange(new byte[2]);
            bytes.AddRange(body);
            return bytes.ToArray();
        }

        private static string[][] Entries(string sddl)
        {
            string list = Regex.Replace(sddl ?? "", "S:.*$", "");
            return Entry.Matches(list).Cast<Match>()
                .Select(match => match.Groups.Cast<Group>().Select(group => group.Value).ToArray()).ToArray();
        }
    }
}
