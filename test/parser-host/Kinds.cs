using System.Management.Automation.Language;
using System.Reflection;

namespace ParserHost;

/// <summary>The type that an expression has, where its text shows that.</summary>
public sealed class Kinds(TypesOf51 types)
{
    /// <summary>Words in brackets that are no types: what they say of a value is read by PowerShell itself.</summary>
    public static bool IsWord(string name) => name.Equals("ordered", StringComparison.OrdinalIgnoreCase);

    /// <summary>Members that PowerShell gives to every object.</summary>
    public static bool EveryObjectHas(string name) => Every.Contains(name);

    private static readonly HashSet<string> Every = new(
        ["Count", "Length", "ForEach", "Where", "PSObject", "PSBase", "PSTypeNames", "PSPath", "PSParentPath", "PSChildName", "PSProvider", "PSDrive", "PSIsContainer"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Properties that types.ps1xml of 5.1 adds, so far as scripts use them.</summary>
    public static bool IsAdded(Type type, string name) => $"{type.FullName}.{name}".ToLowerInvariant() is
        "system.io.fileinfo.basename" or "system.io.fileinfo.versioninfo" or "system.diagnostics.process.name" or
        "system.serviceprocess.servicecontroller.name" or "system.xml.xmlnode.innertext";

    /// <summary>Whether an object of a type has what the type has, and nothing more: no table, no list whose items answer, no adapter.</summary>
    public static bool IsClosed(Type type)
    {
        if (type.IsArray || type.IsGenericParameter || type.FullName is null or "System.Object" or "System.Void") return false;
        if (type.Namespace is "System.Management" or "System.DirectoryServices" or "System.Xml" or "System.Data" or "Microsoft.Management.Infrastructure") return false;
        if (type.FullName is "System.Management.Automation.PSObject" or "System.Management.Automation.PSReference") return false;
        return type.FullName == "System.String" || !type.GetInterfaces().Append(type).Any(each => each.FullName == "System.Collections.IEnumerable");
    }

    /// <summary>The type that a static member belongs to; null where the type is not known.</summary>
    public Type? StaticOwner(ExpressionAst owner) => owner is TypeExpressionAst { TypeName: var name } ? types.Find(name) : null;

    public Type? Of(ExpressionAst expression) => Of(expression, []);

    private Type? Of(Ast? expression, HashSet<Ast> seen)
    {
        if (expression is null || !seen.Add(expression)) return null;
        return expression switch
        {
            ConvertExpressionAst { Type.TypeName: var name } => types.Find(name),
            StringConstantExpressionAst or ExpandableStringExpressionAst => types.Named("System.String"),
            ParenExpressionAst { Pipeline: var inner } => Of(ValueOf(inner), seen),
            BinaryExpressionAst { Operator: TokenKind.As, Right: TypeExpressionAst { TypeName: var name } } => types.Find(name),
            BinaryExpressionAst { Operator: TokenKind.Format } => types.Named("System.String"),
            InvokeMemberExpressionAst call => OfCall(call, seen),
            MemberExpressionAst member => OfProperty(member, seen),
            VariableExpressionAst variable => OfVariable(variable, seen),
            CommandAst made when MadeType(made) is { } type => types.FindWritten(type.Value),
            _ => null,
        };
    }

    private Type? OfCall(InvokeMemberExpressionAst call, HashSet<Ast> seen)
    {
        if (call.Member is not StringConstantExpressionAst { Value: var name }) return null;
        var owner = call.Static ? StaticOwner(call.Expression) : Of(call.Expression, seen);
        if (owner is null || !call.Static && !IsClosed(owner)) return null;
        if (call.Static && name.Equals("new", StringComparison.OrdinalIgnoreCase)) return owner;
        var count = call.Arguments?.Count ?? 0;
        var results = TypesOf51.Members(owner, name, call.Static).OfType<MethodInfo>()
            .Where(each => TypesOf51.Takes(each, count)).Select(each => each.ReturnType).Distinct().ToArray();
        return results.Length == 1 ? results[0] : null;
    }

    private Type? OfProperty(MemberExpressionAst member, HashSet<Ast> seen)
    {
        if (member.Member is not StringConstantExpressionAst { Value: var name }) return null;
        var owner = member.Static ? StaticOwner(member.Expression) : Of(member.Expression, seen);
        if (owner is null || !member.Static && !IsClosed(owner)) return null;
        return TypesOf51.Members(owner, name, member.Static) switch
        {
            [PropertyInfo property] => property.PropertyType,
            [FieldInfo field] => field.FieldType,
            _ => null,
        };
    }

    /// <summary>A variable has a type where it is declared with one, or where all that its function gives it has the same.</summary>
    private Type? OfVariable(VariableExpressionAst variable, HashSet<Ast> seen)
    {
        var scope = ScopeOf(variable);
        bool IsIt(ExpressionAst? other) => other is VariableExpressionAst it && it.VariablePath.UserPath.Equals(variable.VariablePath.UserPath, StringComparison.OrdinalIgnoreCase);
        var parameters = InScope<ParameterAst>(scope).Where(each => IsIt(each.Name)).ToArray();
        var isLoop = InScope<ForEachStatementAst>(scope).Any(each => IsIt(each.Variable));
        if (isLoop || parameters.Length > 1) return null;
        if (parameters is [var declared])
            return declared.Attributes.OfType<TypeConstraintAst>().FirstOrDefault() is { } constraint ? types.Find(constraint.TypeName) : null;
        var found = new HashSet<Type?>();
        foreach (var assignment in InScope<AssignmentStatementAst>(scope))
        {
            if (assignment.Left is ConvertExpressionAst typed && IsIt(typed.Child)) return types.Find(typed.Type.TypeName);
            if (assignment.Left is ArrayLiteralAst several && several.Elements.Any(IsIt)) return null;
            // Of several that are given one value in a row, only the last stands left of it.
            if (!IsIt(assignment.Left as ExpressionAst)) continue;
            if (ValueOf(assignment.Right) is VariableExpressionAst { VariablePath.UserPath: "null" }) continue;
            found.Add(assignment.Operator == TokenKind.Equals ? Of(ValueOf(assignment.Right), new(seen)) : null);
        }
        return found.Count == 1 ? found.Single() : null;
    }

    /// <summary>The function around a node, or the script.</summary>
    public static Ast ScopeOf(Ast ast)
    {
        var scope = ast;
        while (scope.Parent is not null && scope is not FunctionDefinitionAst) scope = scope.Parent;
        return scope;
    }

    /// <summary>The nodes of a function that are in none which it defines.</summary>
    public static IEnumerable<T> InScope<T>(Ast scope) where T : Ast =>
        scope.FindAll(each => each is T && ScopeOf(each) == scope, true).Cast<T>();

    /// <summary>The one expression, or the one command, that a statement is; null for any other.</summary>
    public static Ast? ValueOf(Ast? statement) => statement switch
    {
        PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var only }] } => only,
        PipelineAst { PipelineElements: [CommandAst command] } => command,
        CommandExpressionAst { Expression: var only } => only,
        _ => null,
    };

    /// <summary>The name behind New-Object, or behind its -TypeName.</summary>
    public static StringConstantExpressionAst? MadeType(CommandAst command)
    {
        if (!"New-Object".Equals(command.GetCommandName(), StringComparison.OrdinalIgnoreCase)) return null;
        var elements = command.CommandElements;
        var at = elements.Skip(1).TakeWhile(each => each is not CommandParameterAst { ParameterName: "TypeName" }).Count() + 1;
        if (at < elements.Count) return at + 1 < elements.Count ? elements[at + 1] as StringConstantExpressionAst : null;
        return elements.Count > 1 ? elements[1] as StringConstantExpressionAst : null;
    }
}
