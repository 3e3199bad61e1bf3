# What a person can mend of an error: what another system or Windows refused. Nothing where PowerShell says that
# this script did something wrong.
function Get-Refusal {
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record)
    $cause = $Record.Exception
    $isMethod = $cause -is [Management.Automation.MethodInvocationException]
    if ($isMethod) { $cause = $cause.GetBaseException() }
    $isFile = $cause -is [IO.IOException] -or $cause -is [UnauthorizedAccessException]
    $isOurs = $isMethod -or $cause -is [Management.Automation.RuntimeException]
    if ($isOurs -and -not $isFile -and $cause -isnot [Management.Automation.SessionStateException]) { return }
    $command = $Record.InvocationInfo.MyCommand
    @{ Command = if ($command) { "$($command.Name): " } else { '' }; Text = "$($cause.Message)".Trim() }
}
