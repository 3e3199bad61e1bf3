using System.Management.Automation.Language;
using System.Text.Json;

// Paths of scripts on standard input, one a line; a JSON list of parse errors on standard output.
var errors = new List<object>();
while (Console.ReadLine() is { Length: > 0 } path)
{
    Parser.ParseFile(path, out _, out var found);
    foreach (var error in found)
    {
        errors.Add(new
        {
            path,
            line = error.Extent.StartLineNumber,
            column = error.Extent.StartColumnNumber,
            rule = error.ErrorId,
            message = error.Message,
        });
    }
}

Console.WriteLine(JsonSerializer.Serialize(errors));
