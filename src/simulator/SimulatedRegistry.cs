using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Mendsheet.Simulation
{
    // Windows PowerShell compiles this as C# 5.
    // Stops a pipeline from another thread when its time is up.
    public sealed class Watch : IDisposable
    {
        private readonly System.Threading.Timer timer;

        public Watch(PowerShell shell, int seconds)
        {
            timer = new System.Threading.Timer(
                unused =>
                {
                    HasStopped = true;
                    shell.BeginStop(null, null);
                },
                null,
                1000 * seconds,
                System.Threading.Timeout.Infinite);
        }

        public bool HasStopped { get; private set; }

        public void Dispose()
        {
            timer.Dispose();
        }
    }

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
            return GetValue(name, null);
        }

        // A text with variables is kept as a table: { Expand = text }. Nothing is expanded here.
        public object GetValue(string name, object missing, string options = null)
        {
            var wrapped = values[name] as PSObject;
            object value = wrapped == null ? values[name] : wrapped.BaseObject;
            var table = value as IDictionary;
            if (table != null) return table["Expand"];
            // A state that was saved and read again has lists in place of arrays.
            var list = value as ArrayList;
            return list != null ? list.Cast<object>().Select(one => one.ToString()).ToArray() : value ?? missing;
        }

        public string GetValueKind(string name)
        {
            object value = values[name];
            var wrapped = value as PSObject;
            if (wrapped != null) value = wrapped.BaseObject;
            if (value is IDictionary) return "ExpandString";
            if (value is int) return "DWord";
            if (value is long) return "QWord";
            if (value is byte[]) return "Binary";
            return value is string ? "String" : "MultiString";
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
    public sealed class Provider : NavigationCmdletProvider, IDynamicPropertyCmdletProvider
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
            return Keys.Keys.Cast<string>().Concat(Services.Keys.Cast<string>().SelectMany(name =>
                new[] { ServicesKey + @"\" + name, ServicesKey + @"\" + name + @"\Security" }));
        }

        private static IDictionary ServiceOf(string key)
        {
            string parent = ServicesKey + @"\";
            return key.StartsWith(parent, StringComparison.OrdinalIgnoreCase) ? Services[key.Substring(parent.Length)] as IDictionary : null;
        }

        private static IDictionary ServiceValues(string key)
        {
            string parent = ServicesKey + @"\";
            if (!key.StartsWith(parent, StringComparison.OrdinalIgnoreCase)) return null;
            string[] parts = key.Substring(parent.Length).Split('\\');
            var service = Services[parts[0]] as IDictionary;
            if (service == null || parts.Length > 2) return null;
            var values = new Hashtable(StringComparer.OrdinalIgnoreCase);
            if (parts.Length == 2)
            {
                if (!parts[1].Equals("Security", StringComparison.OrdinalIgnoreCase)) return null;
                byte[] descriptor = Security.ToBytes(Unwrap(service["Security"]) as string);
                if (descriptor != null) values["Security"] = descriptor;
                return values;
            }
            if (service["Start"] != null) values["Start"] = service["Start"];
            values["Type"] = LanguagePrimitives.IsTrue(service["Driver"]) ? 1 : 0x20;
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

        public void NewProperty(string path, string name, string type, object value)
        {
            string key = Full(path);
            if (!ShouldProcess(key, "New value")) return;
            if (!Exists(key)) throw new ItemNotFoundException(key);
            // The start type of a service is kept with the service.
            var service = ServiceOf(key);
            if (service != null && name.Equals("Start", StringComparison.OrdinalIgnoreCase))
            {
                service["Start"] = Convert.ToInt32(Unwrap(value));
                return;
            }
            var values = Unwrap(Keys[key]) as IDictionary;
            if (values == null) Keys[key] = values = new Hashtable(StringComparer.OrdinalIgnoreCase);
            object plain = Unwrap(value);
            if (type == "DWord") plain = Convert.ToInt32(plain);
            if (type == "QWord") plain = Convert.ToInt64(plain);
            if (type == "ExpandString") plain = new Hashtable { { "Expand", plain } };
            values[name] = plain;
        }

        public void RemoveProperty(string path, string name)
        {
            string key = Full(path);
            if (!ShouldProcess(key, "Remove value")) return;
            var values = Unwrap(Keys[key]) as IDictionary;
            if (values == null || !values.Contains(name)) throw new PSArgumentException("Property " + name + " does not exist.");
            values.Remove(name);
        }

        public void CopyProperty(string sourcePath, string sourceProperty, string destinationPath, string destinationProperty)
        {
            throw new PSNotSupportedException();
        }

        public void MoveProperty(string sourcePath, string sourceProperty, string destinationPath, string destinationProperty)
        {
            throw new PSNotSupportedException();
        }

        public void RenameProperty(string path, string sourceProperty, string destinationProperty)
        {
            throw new PSNotSupportedException();
        }

        public object NewPropertyDynamicParameters(string path, string name, string type, object value)
        {
            return null;
        }

        public object RemovePropertyDynamicParameters(string path, string name)
        {
            return null;
        }

        public object CopyPropertyDynamicParameters(string sourcePath, string sourceProperty, string destinationPath, string destinationProperty)
        {
            return null;
        }

        public object MovePropertyDynamicParameters(string sourcePath, string sourceProperty, string destinationPath, string destinationProperty)
        {
            return null;
        }

        public object RenamePropertyDynamicParameters(string path, string sourceProperty, string destinationProperty)
        {
            return null;
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
