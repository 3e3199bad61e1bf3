// Says what in PowerShell scripts does not exist in Windows PowerShell 5.1: see TypesOf51.cs and ScriptLint.cs.
//
// Standard input: { "scripts": [path...], "accelerators": { name: type }, "commands": { name: { "parameters": [name or name=word|word],
// "places": [[name...]...] } }, "functions": [name...], "methods": [name...] }. Standard output: a JSON array of { path, line, column, rule, message }.
using System.Text.Json;
using ParserHost;

var options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
var request = JsonSerializer.Deserialize<Request>(Console.In.ReadToEnd(), options)!;
using var types = new TypesOf51(Path.Combine(AppContext.BaseDirectory, "net472"), request.Accelerators);
var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
var findings = request.Scripts.SelectMany(path => new ScriptLint(path, request, types, said).Findings()).ToList();
// Objects go from one part to another, so what any of these texts makes is known to all.
findings.RemoveAll(each => each.Property is { } name && said.Contains(name));
Console.WriteLine(JsonSerializer.Serialize(findings, options));

namespace ParserHost
{
    /// <param name="Functions">Functions that scripts call and define elsewhere.</param>
    /// <param name="Methods">Methods of objects that no assembly describes, such as those of COM.</param>
    public sealed record Request(
        string[] Scripts,
        Dictionary<string, string> Accelerators,
        Dictionary<string, Command> Commands,
        string[] Functions,
        string[] Methods);

    /// <param name="Parameters">"Name", or "Name=One|Other" with the words that it takes.</param>
    /// <param name="Places">Parameters that may stand without their names, for each way to call it; "*" takes all the rest.</param>
    public sealed record Command(string[] Parameters, string[][] Places);

    /// <param name="Property">Name of a property that is a fault unless a script makes it.</param>
    public sealed record Finding(string Path, int Line, int Column, string Rule, string Message, string? Property = null);
}
