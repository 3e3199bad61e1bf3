// Runs PowerShell text in a runspace, for where the console host has no terminal to write to. What its streams carry goes to this
// process's own output, line by line as it comes, and its exit code is $LASTEXITCODE.
//
//   engine-host <culture, such as ja-JP> <file with PowerShell text, UTF-8>
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Security;
using System.Text;
using Microsoft.PowerShell;

Console.OutputEncoding = new UTF8Encoding(false);
var culture = CultureInfo.GetCultureInfo(args[0]);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

var state = InitialSessionState.CreateDefault2();
state.ExecutionPolicy = ExecutionPolicy.Bypass;
using var runspace = RunspaceFactory.CreateRunspace(new PlainHost(culture), state);
runspace.Open();
using var shell = PowerShell.Create(runspace);
shell.AddScript(File.ReadAllText(args[1]));
var output = new PSDataCollection<PSObject>();
output.DataAdded += (_, added) => Console.Out.WriteLine(output[added.Index]);
shell.Streams.Error.DataAdded += (_, added) => Console.Error.WriteLine(shell.Streams.Error[added.Index]);
var code = 1;
try
{
    shell.Invoke(null, output);
    code = runspace.SessionStateProxy.GetVariable("global:LASTEXITCODE") as int? ?? 0;
}
catch (RuntimeException error)
{
    Console.Error.WriteLine(error.ErrorRecord);
}
// Threads of calls that never return would keep the process.
Environment.Exit(code);

/// <summary>A console that nobody sits at.</summary>
internal sealed class PlainHost(CultureInfo culture) : PSHost
{
    public override CultureInfo CurrentCulture => culture;
    public override CultureInfo CurrentUICulture => culture;
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name => "EngineHost";
    public override Version Version => new(1, 0);
    public override PSHostUserInterface UI { get; } = new PlainOutput();
    public override void EnterNestedPrompt() => throw new NotSupportedException();
    public override void ExitNestedPrompt() => throw new NotSupportedException();
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}

internal sealed class PlainOutput : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI => null!;
    public override void Write(string value) => Console.Out.Write(value);
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => Write(value);
    public override void WriteLine(string value) => Console.Out.WriteLine(value);
    public override void WriteErrorLine(string value) => Console.Error.WriteLine(value);
    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");
    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");
    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override string ReadLine() => throw new NotSupportedException();
    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> fields) => throw new NotSupportedException();
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int preferred) => throw new NotSupportedException();
    public override PSCredential PromptForCredential(string caption, string message, string user, string target) => throw new NotSupportedException();
    public override PSCredential PromptForCredential(string caption, string message, string user, string target, PSCredentialTypes types, PSCredentialUIOptions options) => throw new NotSupportedException();
}
