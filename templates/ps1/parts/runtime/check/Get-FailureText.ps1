# What the actions throw is a sentence already; of anything else, type and place are the news.
function Get-FailureText {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record)
    $failure = $Record.Exception
    if ($failure -is [Management.Automation.RuntimeException] -and $failure.WasThrownFromThrowStatement) {
        return $failure.Message
    }
    $with = @{
        ErrorType = $failure.GetBaseException().GetType().FullName
        ErrorLine = $Record.InvocationInfo.ScriptLineNumber
    }
    Get-Message -Key 'repairThrew' -With $with
}
