# Enough to report a defect, and no stack trace.
function Write-Defect {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record)
    $with = @{
        Type = $Record.Exception.GetType().FullName
        Line = $Record.InvocationInfo.ScriptLineNumber
        Text = $Record.Exception.Message
    }
    Write-Notice -Key 'defect' -With $with -Always
}
