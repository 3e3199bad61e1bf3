using System;
using System.Collections.Generic;
using System.IO;

/// <summary>Writes which test runs which statement, once for each: "statement test" lines in a file of this process.</summary>
public static class MendsheetProbe
{
    private static readonly HashSet<string> Seen = new HashSet<string>();
    private static readonly string Path = Environment.GetEnvironmentVariable("MENDSHEET_PROBES");

    /// <summary>The test that runs. Processes that a test starts are told by the environment.</summary>
    public static string Test = Environment.GetEnvironmentVariable("MENDSHEET_TEST") ?? "";

    public static void Hit(int statement)
    {
        if (Path == null) return;
        var line = statement + " " + Test;
        lock (Seen)
        {
            if (!Seen.Add(line)) return;
            File.AppendAllText(System.IO.Path.Combine(Path, Environment.ProcessId.ToString()), line + "\n");
        }
    }
}

/// <summary>What .NET calls first in every process that is started with DOTNET_STARTUP_HOOKS.</summary>
internal class StartupHook
{
    public static void Initialize() => MendsheetProbe.Test.ToString();
}
