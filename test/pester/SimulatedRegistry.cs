using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Mendsheet.Simulation
{
    // Windows PowerShell compiles this as C# 5.
    // A key as Get-Item gives it on Windows: as much of Microsoft.Win32.RegistryKey as scripts call.
    public sealed class Key
    {
        private readonly IDictionary values;

        public Key(string path, IDictionary values)
        {
            this.values = values;
            Name = path;
        }

        public string Name { get; private set; }

        public object GetValue(string name)
        {
            var wrapped = values[name] as PSObject;
            return wrapped == null ? values[name] : wrapped.BaseObject;
        }

        public string[] GetValueNames()
        {
            return values.Keys.Cast<string>().ToArray();
        }

        public void Close()
        {
        }
    }

    // HKLM: and HKCU: over hashtables, so that the registry cmdlets under test are the real ones. The keys below
    // SYSTEM\CurrentControlSet\Services follow the simulated services.
    [CmdletProvider("SimulatedRegistry", ProviderCapabilities.ShouldProcess)]
    public sealed class Provider : NavigationCmdletProvider, IPropertyCmdletProvider
    {
        private const string ServicesKey = @"HKLM:\SYSTEM\CurrentControlSet\Services";

        public static IDictionary Keys = new Hashtable(StringComparer.OrdinalIgnoreCase);
        public static IDictionary Services = new Hashtable(StringComparer.OrdinalIgnoreCase);

        private string Full(string path)
        {
            string hive = PSDriveInfo != null ? PSDriveInfo.Name : "";
            string inside = path.Replace('/', '\\');
            int colon = inside.IndexOf(':');
            if (colon >= 0)
            {
                hive = inside.Substring(0, colon);
                inside = inside.Substring(colon + 1);
            }
            inside = inside.Trim('\\');
            return inside.Length == 0 ? hive + ":" : hive + @":\" + inside;
        }

        private static IEnumerable<string> AllKeys()
        {
            return Keys.Keys.Cast<string>().Concat(Services.Keys.Cast<string>().Select(name => ServicesKey + @"\" + name));
        }

        private static IDictionary ServiceValues(string key)
        {
            string parent = ServicesKey + @"\";
            if (!key.StartsWith(parent, StringComparison.OrdinalIgnoreCase)) return null;
            var service = Services[key.Substring(parent.Length)] as IDictionary;
            if (service == null) return null;
            var values = new Hashtable(StringComparer.OrdinalIgnoreCase);
            if (service["Start"] != null) values["Start"] = service["Start"];
            if (LanguagePrimitives.IsTrue(service["Delayed"])) values["DelayedAutostart"] = 1;
            return values;
        }

        private static IDictionary ValuesOf(string key)
        {
            var values = new Hashtable(StringComparer.OrdinalIgnoreCase);
            foreach (var source in new[] { ServiceValues(key), Unwrap(Keys[key]) as IDictionary })
            {
                if (source == null) continue;
                foreach (DictionaryEntry entry in source) values[entry.Key] = entry.Value;
            }
            return values;
        }

        private static object Unwrap(object value)
        {
            var wrapped = value as PSObject;
            return wrapped == null ? value : wrapped.BaseObject;
        }

        private static bool Exists(string key)
        {
            if (key.EndsWith(":", StringComparison.Ordinal)) return true;
            return AllKeys().Any(known =>
                known.Equals(key, StringComparison.OrdinalIgnoreCase) ||
                known.StartsWith(key + @"\", StringComparison.OrdinalIgnoreCase));
        }

        protected override bool IsValidPath(string path)
        {
            return !string.IsNullOrEmpty(path);
        }

        protected override bool ItemExists(string path)
        {
            return Exists(Full(path));
        }

        protected override bool IsItemContainer(string path)
        {
            return true;
        }

        protected override bool HasChildItems(string path)
        {
            return ChildNames(Full(path)).Any();
        }

        private static IEnumerable<string> ChildNames(string key)
        {
            string parent = key + @"\";
            return AllKeys()
                .Where(known => known.StartsWith(parent, StringComparison.OrdinalIgnoreCase))
                .Select(known => known.Substring(parent.Length).Split('\\')[0])
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderBy(name => name, StringComparer.OrdinalIgnoreCase);
        }

        protected override void GetItem(string path)
        {
            WriteItemObject(new Key(Full(path), ValuesOf(Full(path))), path, true);
        }

        protected override void GetChildItems(string path, bool recurse)
        {
            foreach (string name in ChildNames(Full(path)))
            {
                string child = path.TrimEnd('\\', '/') + @"\" + name;
                WriteItemObject(new Key(Full(child), ValuesOf(Full(child))), child, true);
            }
        }

        protected override void GetChildNames(string path, ReturnContainers containers)
        {
            foreach (string name in ChildNames(Full(path))) WriteItemObject(name, path, true);
        }

        protected override void NewItem(string path, string itemTypeName, object newItemValue)
        {
            string key = Full(path);
            if (!ShouldProcess(key, "New key")) return;
            Keys[key] = new Hashtable(StringComparer.OrdinalIgnoreCase);
            WriteItemObject(new Key(key, ValuesOf(key)), path, true);
        }

        protected override void RemoveItem(string path, bool recurse)
        {
            string key = Full(path);
            if (!ShouldProcess(key, "Remove key")) return;
            var gone = Keys.Keys.Cast<string>().Where(known =>
                known.Equals(key, StringComparison.OrdinalIgnoreCase) ||
                known.StartsWith(key + @"\", StringComparison.OrdinalIgnoreCase)).ToArray();
            foreach (string name in gone) Keys.Remove(name);
        }

        public void GetProperty(string path, System.Collections.ObjectModel.Collection<string> names)
        {
            var result = new PSObject();
            IDictionary values = ValuesOf(Full(path));
            foreach (DictionaryEntry entry in values)
            {
                var name = (string)entry.Key;
                if (names == null || names.Count == 0 || names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    result.Properties.Add(new PSNoteProperty(name, Unwrap(entry.Value)));
                }
            }
            foreach (string name in names ?? new System.Collections.ObjectModel.Collection<string>())
            {
                if (values.Contains(name)) continue;
                WriteError(new ErrorRecord(
                    new PSArgumentException("Property " + name + " does not exist at path " + path + "."),
                    "System.Management.Automation.PSArgumentException", ErrorCategory.InvalidArgument, path));
            }
            WritePropertyObject(result, path);
        }

        public void SetProperty(string path, PSObject propertyValue)
        {
            string key = Full(path);
            if (!ShouldProcess(key, "Set value")) return;
            var values = Unwrap(Keys[key]) as IDictionary;
            if (values == null) Keys[key] = values = new Hashtable(StringComparer.OrdinalIgnoreCase);
            foreach (var property in propertyValue.Properties) values[property.Name] = property.Value;
        }

        public void ClearProperty(string path, System.Collections.ObjectModel.Collection<string> names)
        {
            throw new PSNotSupportedException();
        }

        public object GetPropertyDynamicParameters(string path, System.Collections.ObjectModel.Collection<string> names)
        {
            return null;
        }

        public object SetPropertyDynamicParameters(string path, PSObject propertyValue)
        {
            return null;
        }

        public object ClearPropertyDynamicParameters(string path, System.Collections.ObjectModel.Collection<string> names)
        {
            return null;
        }
    }
}
