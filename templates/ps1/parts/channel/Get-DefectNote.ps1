# What a summary line says of an error that nobody foresaw.
function Get-DefectNote {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record)
    $type = $Record.Exception.GetType().FullName
    Write-ChannelLog -Text "$type at line $($Record.InvocationInfo.ScriptLineNumber): $($Record.Exception.Message)"
    "defect:${type}:$($Record.InvocationInfo.ScriptLineNumber)"
}
