using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ParserHost;

/// <summary>What came after Windows PowerShell 5.1, and where a script says that it runs on such a PowerShell alone.</summary>
public static class Later
{
    public static readonly HashSet<string> Variables =
        new(["IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "EnabledExperimentalFeatures", "PSStyle"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Properties of objects that .NET and PowerShell have now: what scripts meet, of files, processes, texts, times and commands. And
    /// what Get-Service adds to its objects from 6 on (Service.cs).
    /// </summary>
    public static readonly HashSet<string> Properties = new(
        new[] { typeof(object), typeof(System.Diagnostics.Process), typeof(Uri), typeof(System.Net.Http.HttpClient), typeof(PSObject) }
            .SelectMany(each => each.Assembly.GetExportedTypes())
            .SelectMany(each => each.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(each => each.Name).Concat(["StartupType", "BinaryPathName"]),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>about_CommonParameters of 5.1.</summary>
    public static readonly HashSet<string> CommonParameters = new(
        ["Debug", "ErrorAction", "ErrorVariable", "InformationAction", "InformationVariable", "OutBuffer", "OutVariable",
            "PipelineVariable", "Verbose", "WarningAction", "WarningVariable"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a part of a script runs on PowerShell 6 and later alone, by the condition of a branch around it.</summary>
    public static bool IsBehindVersion(Ast ast)
    {
        for (var (inner, outer) = (ast, ast.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IfStatementAst branch && IsIn(branch, inner)) return true;
            if (outer is BinaryExpressionAst { Operator: TokenKind.And } both && inner == both.Right && Means(both.Left) == true) return true;
            if (outer is BinaryExpressionAst { Operator: TokenKind.Or } either && inner == either.Right && Means(either.Left) == false) return true;
        }
        return false;
    }

    private static bool IsIn(IfStatementAst branch, Ast inner)
    {
        var wasOlder = false;
        foreach (var (condition, body) in branch.Clauses)
        {
            if (inner == body) return wasOlder || Means(condition) == true;
            if (inner == condition) return wasOlder;
            wasOlder |= Means(condition) == false;
        }
        return wasOlder && inner == branch.ElseClause;
    }

    /// <returns>Whether a condition is true on PowerShell 6 and later alone, or (false) on Windows PowerShell and nowhere else; null for any other.</returns>
    private static bool? Means(Ast condition)
    {
        var text = Regex.Replace(condition.Extent.Text, "\\s+", " ").Trim('(', ')', ' ');
        if (Regex.IsMatch(text, "^\\$PSVersionTable\\.PSVersion\\.Major -(?:ge [67]|gt [56])$|^\\$(?:PSVersionTable\\.)?PSEdition -eq 'Core'$", RegexOptions.IgnoreCase)) return true;
        if (Regex.IsMatch(text, "^\\$PSVersionTable\\.PSVersion\\.Major -(?:lt 6|le 5)$|^\\$(?:PSVersionTable\\.)?PSEdition -(?:eq 'Desktop'|ne 'Core')$", RegexOptions.IgnoreCase)) return false;
        return null;
    }
}
