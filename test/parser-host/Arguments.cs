using System.Management.Automation.Language;

namespace ParserHost;

/// <summary>What a call gives to a command.</summary>
public static class Arguments
{
    public readonly record struct Named(string Name, IScriptExtent At, Ast? Value);

    /// <summary>
    /// What stands behind a name, and what behind none. A variable that is given by "@" counts with the entries of the tables that
    /// its function gives it.
    /// </summary>
    public static (List<Named> Named, List<Ast> Others) Of(CommandAst command, Command known)
    {
        var named = new List<Named>();
        var others = new List<Ast>();
        for (var at = 1; at < command.CommandElements.Count; at++)
        {
            switch (command.CommandElements[at])
            {
                case CommandParameterAst parameter:
                    var next = at + 1 < command.CommandElements.Count ? command.CommandElements[at + 1] : null;
                    var takes = parameter.Argument is null && next is not (null or CommandParameterAst) && !IsSwitch(parameter.ParameterName, known);
                    named.Add(new(parameter.ParameterName, parameter.Extent, parameter.Argument ?? (takes ? next : null)));
                    if (takes) at++;
                    break;
                case VariableExpressionAst { Splatted: true } variable:
                    named.AddRange(EntriesOf(variable));
                    break;
                case var other:
                    others.Add(other);
                    break;
            }
        }
        return (named, others);
    }

    private static bool IsSwitch(string name, Command known) =>
        known.Parameters.Contains(name + "?", StringComparer.OrdinalIgnoreCase) ||
        name.Equals("Verbose", StringComparison.OrdinalIgnoreCase) || name.Equals("Debug", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Named> EntriesOf(VariableExpressionAst splatted)
    {
        var name = splatted.VariablePath.UserPath;
        foreach (var assignment in Kinds.InScope<AssignmentStatementAst>(Kinds.ScopeOf(splatted)))
        {
            if (assignment.Left is VariableExpressionAst whole && Is(whole, name))
                foreach (var table in assignment.Right.FindAll(each => each is HashtableAst, true).Cast<HashtableAst>().Take(1))
                    foreach (var (key, value) in table.KeyValuePairs)
                        if (key is StringConstantExpressionAst { Value: var entry }) yield return new(entry, key.Extent, Kinds.ValueOf(value));
            if (assignment.Left is IndexExpressionAst { Target: VariableExpressionAst target, Index: StringConstantExpressionAst { Value: var index } } && Is(target, name))
                yield return new(index, assignment.Left.Extent, Kinds.ValueOf(assignment.Right));
            if (assignment.Left is MemberExpressionAst { Expression: VariableExpressionAst owner, Member: StringConstantExpressionAst { Value: var member } } && Is(owner, name))
                yield return new(member, assignment.Left.Extent, Kinds.ValueOf(assignment.Right));
        }
    }

    private static bool Is(VariableExpressionAst variable, string name) =>
        variable.VariablePath.UserPath.Equals(name, StringComparison.OrdinalIgnoreCase);
}
