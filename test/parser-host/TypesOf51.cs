using System.Management.Automation.Language;
using System.Reflection;

namespace ParserHost;

/// <summary>
/// The types that every Windows PowerShell 5.1 has from its start: those of System.Management.Automation and of the assemblies that
/// it refers to, in .NET Framework 4.7.2. Read by metadata alone; a type that a script has to load first is not among them.
/// </summary>
public sealed class TypesOf51 : IDisposable
{
    private readonly MetadataLoadContext context;
    private readonly Dictionary<string, Type> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> accelerators;
    private readonly Dictionary<string, List<(int Fewest, int Most)>> methods = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> properties = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">Reference assemblies of the framework, and the one of PowerShell.</param>
    public TypesOf51(string folder, IDictionary<string, string> accelerators)
    {
        this.accelerators = new(accelerators, StringComparer.OrdinalIgnoreCase);
        context = new MetadataLoadContext(new PathAssemblyResolver(Directory.GetFiles(folder, "*.dll")), "mscorlib");
        var powershell = context.LoadFromAssemblyPath(Path.Combine(folder, "System.Management.Automation.dll"));
        string[] always = [.. powershell.GetReferencedAssemblies().Select(each => each.Name!), "mscorlib", "System", "System.Core"];
        // Get-Service loads its own, so scripts meet its objects.
        string[] ofObjects = ["System.ServiceProcess"];
        foreach (var assembly in always.Concat(ofObjects).Distinct().Select(context.LoadFromAssemblyName).Append(powershell))
        {
            foreach (var type in assembly.GetExportedTypes())
            {
                if (!ofObjects.Contains(assembly.GetName().Name)) byName.TryAdd(type.FullName!, type);
                properties.UnionWith(type.GetMembers(Any & ~BindingFlags.Static).Where(each => each is PropertyInfo or FieldInfo).Select(each => each.Name));
                foreach (var method in type.GetMethods(Any & ~BindingFlags.Static))
                {
                    if (!methods.TryGetValue(method.Name, out var known)) methods[method.Name] = known = [];
                    known.Add(Counts(method));
                }
            }
        }
    }

    private const BindingFlags Any = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    public void Dispose() => context.Dispose();

    public Type Named(string fullName) => byName[fullName];

    /// <returns>null where 5.1 has no type of that name.</returns>
    public Type? Find(ITypeName name, bool isAttribute = false) => name switch
    {
        ArrayTypeName array => Find(array.ElementType)?.MakeArrayType(),
        GenericTypeName generic => Generic(generic),
        _ => Find(name.FullName) ?? (isAttribute ? Find(name.FullName + "Attribute") : null),
    };

    public Type? Find(string name)
    {
        if (accelerators.TryGetValue(name, out var full)) return byName.GetValueOrDefault(full) ?? context.CoreAssembly!.GetType(full);
        return byName.GetValueOrDefault(name) ?? byName.GetValueOrDefault("System." + name);
    }

    /// <summary>The type whose name a text is, such as 'Collections.Generic.List[string]'.</summary>
    public Type? FindWritten(string name) =>
        Parser.ParseInput($"[{name}]", out _, out _).Find(each => each is TypeExpressionAst, true) is TypeExpressionAst { TypeName: var written }
            ? Find(written)
            : null;

    /// <summary>What else an object that is said to be of a type may be.</summary>
    public IEnumerable<Type> DerivedFrom(Type type) =>
        type.IsSealed ? [] : byName.Values.Where(each => each != type && type.IsAssignableFrom(each));

    private Type? Generic(GenericTypeName generic)
    {
        var arguments = generic.GenericArguments.Select(each => Find(each)).ToArray();
        var open = Find($"{generic.TypeName.FullName}`{arguments.Length}");
        return open is null || arguments.Any(each => each is null) ? null : open.MakeGenericType(arguments!);
    }

    /// <summary>Members of a type by name, those of what it inherits among them.</summary>
    public static MemberInfo[] Members(Type type, string name, bool isStatic)
    {
        var flags = (Any & ~(isStatic ? BindingFlags.Instance : BindingFlags.Static)) | BindingFlags.IgnoreCase;
        Type[] owners = type.IsInterface ? [type, .. type.GetInterfaces()] : [type];
        return [.. owners.SelectMany(owner => owner.GetMember(name, flags))];
    }

    /// <summary>Whether an overload takes so many arguments.</summary>
    public static bool Takes(MethodBase method, int count)
    {
        var (fewest, most) = Counts(method);
        return fewest <= count && count <= most;
    }

    /// <summary>Whether any type has a method of that name, for objects, that takes so many arguments.</summary>
    public bool HasMethod(string name, int count) =>
        methods.TryGetValue(name, out var known) && known.Any(each => each.Fewest <= count && count <= each.Most);

    /// <summary>Whether any type has a property or field of that name, for objects.</summary>
    public bool HasProperty(string name) => properties.Contains(name);

    private static (int Fewest, int Most) Counts(MethodBase method)
    {
        var parameters = method.GetParameters();
        var isOpen = parameters.Length > 0 &&
            parameters[^1].GetCustomAttributesData().Any(each => each.AttributeType.FullName == "System.ParamArrayAttribute");
        var fewest = parameters.Count(each => !each.IsOptional) - (isOpen ? 1 : 0);
        return (fewest, isOpen ? int.MaxValue : parameters.Length);
    }
}
