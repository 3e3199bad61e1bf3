using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ParserHost;

/// <summary>Holds one script against what Windows PowerShell 5.1 has. What runs on a later PowerShell alone may use more.</summary>
public sealed class ScriptLint
{
    private readonly string path;
    private readonly Request request;
    private readonly TypesOf51 types;
    private readonly ScriptBlockAst script;
    private readonly Token[] tokens;
    private readonly ParseError[] errors;
    private readonly List<Finding> findings = [];
    private readonly HashSet<string> functions;
    private readonly Dictionary<string, Command> commands;
    private readonly Kinds kinds;

    /// <param name="said">Gets the names of properties that can be the script's own.</param>
    public ScriptLint(string path, Request request, TypesOf51 types, ISet<string> said)
    {
        (this.path, this.request, this.types) = (path, request, types);
        script = Parser.ParseFile(path, out tokens, out errors);
        functions = script.FindAll(each => each is FunctionDefinitionAst, true)
            .Select(each => ((FunctionDefinitionAst)each).Name).Concat(request.Functions).ToHashSet(StringComparer.OrdinalIgnoreCase);
        commands = new(request.Commands, StringComparer.OrdinalIgnoreCase);
        kinds = new Kinds(types);
        said.UnionWith(script.FindAll(_ => true, true).SelectMany(Made));
    }

    /// <returns>What was found, in the order of the text.</returns>
    public IEnumerable<Finding> Findings()
    {
        foreach (var error in errors) Say("syntax", error.Extent, error.Message);
        foreach (var token in tokens) LookAt(token);
        foreach (var ast in script.FindAll(_ => true, true))
        {
            if (!Later.IsBehindVersion(ast)) LookAt(ast);
        }
        return findings.OrderBy(each => each.Line).ThenBy(each => each.Column);
    }

    private void Say(string rule, IScriptExtent at, string message, string? property = null) =>
        findings.Add(new(path, at.StartLineNumber, at.StartColumnNumber, rule, message, property));

    /// <summary>
    /// Names that a part of a script writes elsewhere than behind a dot, such as the keys of a table and the groups of a pattern, or sets.
    /// </summary>
    private static IEnumerable<string> Made(Ast ast) => ast switch
    {
        StringConstantExpressionAst text when !(text.Parent is MemberExpressionAst member && member.Member == text) =>
            Regex.Matches(text.Value, @"\(\?<(\w+)>").Select(each => each.Groups[1].Value).Append(text.Value),
        AssignmentStatementAst { Left: MemberExpressionAst { Member: StringConstantExpressionAst { Value: var name } } } => [name],
        _ => [],
    };

    /// <summary>Letters behind a backtick that 5.1 takes for themselves.</summary>
    private void LookAt(Token token)
    {
        if (token is StringExpandableToken && Regex.IsMatch(token.Text, "(?<!`)(?:``)*`(?:e|u\\{)"))
            Say("syntax", token.Extent, "`e and `u{...} came with PowerShell 6.");
        if (token is StringExpandableToken { NestedTokens: { } nested })
            foreach (var each in nested) LookAt(each);
    }

    private void LookAt(Ast ast)
    {
        switch (ast)
        {
            case TernaryExpressionAst or PipelineChainAst or PipelineAst { Background: true }:
            case BinaryExpressionAst { Operator: TokenKind.QuestionQuestion }:
            case AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals }:
            case MemberExpressionAst { NullConditional: true } or IndexExpressionAst { NullConditional: true }:
            case ScriptBlockAst { CleanBlock: not null }:
                Say("syntax", ast.Extent, "This form came with PowerShell 7.");
                break;
            case BinaryExpressionAst { Operator: TokenKind.Ireplace or TokenKind.Creplace, Right: var right } when HasBlock(right):
                Say("syntax", ast.Extent, "-replace takes a script block from PowerShell 6 on.");
                break;
            case ConstantExpressionAst number and not StringConstantExpressionAst when !IsLeftOut(number) && !IsNumberOf51(number):
                Say("syntax", ast.Extent, $"\"{number.Extent.Text}\" is a number from PowerShell 6 on.");
                break;
            case VariableExpressionAst variable when Later.Variables.Contains(variable.VariablePath.UserPath):
                Say("variable", ast.Extent, $"${variable.VariablePath.UserPath} came with PowerShell 6.");
                break;
        }
        switch (ast)
        {
            case TypeExpressionAst { TypeName: var name }:
                LookAtType(name);
                break;
            case TypeConstraintAst { TypeName: var name }:
                LookAtType(name);
                break;
            case AttributeAst attribute:
                LookAtAttribute(attribute);
                break;
            case MemberExpressionAst member:
                LookAtMember(member);
                break;
            case CommandAst command:
                LookAtCommand(command);
                break;
        }
    }

    private static bool HasBlock(ExpressionAst right) =>
        right is ScriptBlockExpressionAst || right is ArrayLiteralAst { Elements: var items } && items.Any(HasBlock);

    /// <summary>What [Parameter(Mandatory)] stands for, as the parser writes it.</summary>
    private static bool IsLeftOut(ConstantExpressionAst number) => number.Parent is NamedAttributeArgumentAst { ExpressionOmitted: true };

    /// <summary>The literals of about_Numeric_Literals in 5.1.</summary>
    private static bool IsNumberOf51(ConstantExpressionAst number) =>
        Regex.IsMatch(number.Extent.Text, "^[-+]?(?:0x[0-9a-f]+l?|(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?[dl]?)(?:[kmgtp]b)?$", RegexOptions.IgnoreCase);

    private void LookAtType(ITypeName name)
    {
        if (types.Find(name) is null && !Kinds.IsWord(name.FullName))
            Say("type", name.Extent, $"[{name.FullName}] is no type that Windows PowerShell 5.1 has at its start.");
    }

    private void LookAtAttribute(AttributeAst attribute)
    {
        if (types.Find(attribute.TypeName, isAttribute: true) is not { } type)
        {
            Say("type", attribute.TypeName.Extent, $"Windows PowerShell 5.1 has no attribute [{attribute.TypeName.FullName}].");
            return;
        }
        foreach (var named in attribute.NamedArguments.Where(each => TypesOf51.Members(type, each.ArgumentName, false).Length == 0))
            Say("member", named.Extent, $"[{attribute.TypeName.FullName}] has no \"{named.ArgumentName}\" in Windows PowerShell 5.1.");
    }

    private void LookAtMember(MemberExpressionAst member)
    {
        if (member.Member is not StringConstantExpressionAst { Value: var name }) return;
        var count = (member as InvokeMemberExpressionAst)?.Arguments?.Count ?? 0;
        var isCall = member is InvokeMemberExpressionAst;
        if (member.Static)
        {
            if (kinds.StaticOwner(member.Expression) is not { } owner) return;
            if (!HasMember(owner, name, isStatic: true, isCall, count))
                Say("member", member.Extent, $"[{owner.FullName}]::{name}{Shown(isCall, count)} is not in .NET Framework 4.7.2.");
            return;
        }
        if (Kinds.EveryObjectHas(name)) return;
        var kind = kinds.Of(member.Expression);
        if (kind is not null && Kinds.IsClosed(kind))
        {
            var owners = types.DerivedFrom(kind).Prepend(kind);
            if (!owners.Any(owner => HasMember(owner, name, isStatic: false, isCall, count)) && !Kinds.IsAdded(kind, name))
                Say("member", member.Extent, $"A {kind.FullName} has no \"{name}\"{Shown(isCall, count)} in .NET Framework 4.7.2.");
        }
        else if (isCall && !types.HasMethod(name, count) && !request.Methods.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            Say("member", member.Extent, $"No type of Windows PowerShell 5.1 has a method \"{name}\"{Shown(isCall, count)}.");
        }
        else if (!isCall && Later.Properties.Contains(name) && !types.HasProperty(name))
        {
            Say("member", member.Extent, $"No type of Windows PowerShell 5.1 has a property \"{name}\", and no script makes one.", name);
        }
    }

    private static string Shown(bool isCall, int count) => isCall ? $" with {count} argument{(count == 1 ? "" : "s")}" : "";

    private static bool HasMember(Type owner, string name, bool isStatic, bool isCall, int count)
    {
        if (isStatic && isCall && name.Equals("new", StringComparison.OrdinalIgnoreCase))
            return owner.IsValueType && count == 0 || owner.GetConstructors().Any(each => TypesOf51.Takes(each, count));
        var members = TypesOf51.Members(owner, name, isStatic);
        if (!isCall) return members.Length > 0;
        return members.Any(each => each is MethodBase method ? TypesOf51.Takes(method, count) : each is PropertyInfo or FieldInfo);
    }

    private void LookAtCommand(CommandAst command)
    {
        if (command.GetCommandName() is not { } name || functions.Contains(name) || !Regex.IsMatch(name, "^[A-Za-z]+-[A-Za-z0-9]+$")) return;
        if (!commands.TryGetValue(name, out var known))
        {
            Say("command", command.CommandElements[0].Extent, $"The table of Windows PowerShell 5.1 has no command {name}.");
            return;
        }
        LookAtNewObject(command, name);
        var (named, others) = Arguments.Of(command, known);
        foreach (var (parameter, at, value) in named) LookAtParameter(name, known, parameter, at, value);
        var given = named.Select(each => each.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var free = known.Places.Select(place => place.Where(each => !given.Contains(each)).ToArray()).ToArray();
        if (free.Any(place => place.Contains("*"))) return;
        var most = free.Length == 0 ? 0 : free.Max(place => place.Length);
        foreach (var extra in others.Skip(most))
            Say("parameter", extra.Extent, $"{name} has no place for \"{extra.Extent.Text}\" in Windows PowerShell 5.1.");
    }

    private void LookAtParameter(string command, Command known, string parameter, IScriptExtent at, Ast? value)
    {
        if (Later.CommonParameters.Contains(parameter)) return;
        var row = known.Parameters.Select(each => each.TrimEnd('?').Split('=')).FirstOrDefault(each => each[0].Equals(parameter, StringComparison.OrdinalIgnoreCase));
        if (row is null)
            Say("parameter", at, $"{command} has no parameter -{parameter} in Windows PowerShell 5.1.");
        else if (row.Length > 1 && value is StringConstantExpressionAst { Value: var word } && !row[1].Split('|').Contains(word, StringComparer.OrdinalIgnoreCase))
            Say("parameter", value.Extent, $"-{parameter} of {command} does not take \"{word}\" in Windows PowerShell 5.1.");
    }

    private void LookAtNewObject(CommandAst command, string name)
    {
        if (!name.Equals("New-Object", StringComparison.OrdinalIgnoreCase) || Kinds.MadeType(command) is not { } made) return;
        if (types.FindWritten(made.Value) is null)
            Say("type", made.Extent, $"[{made.Value}] is no type that Windows PowerShell 5.1 has at its start.");
    }
}
