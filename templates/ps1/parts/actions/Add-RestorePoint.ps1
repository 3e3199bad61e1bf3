# Windows answers success and makes none within its limit, so only a higher number counts. Undo leaves it.
function Add-RestorePoint {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Description)
    if (-not (Confirm-Change -Text (Get-Message -Key 'doRestorePoint' -With @{ Name = $Description }))) { return }
    $read = @{ Namespace = 'root/default'; ClassName = 'SystemRestore'; OperationTimeoutSec = 60 }
    $before = @(Get-CimInstance @read | ForEach-Object { $_.SequenceNumber } | Sort-Object)
    $highest = if ($before) { $before[-1] } else { 0 }
    $entry = Add-JournalPlan -Action 'restore-point' -Target $Description -Before "$highest"
    Write-Step -Id 2 -Text $Description
    # MODIFY_SETTINGS, BEGIN_SYSTEM_CHANGE
    $words = @{ Description = $Description; RestorePointType = [uint32] 12; EventType = [uint32] 100 }
    $make = @{
        Namespace           = 'root/default'
        ClassName           = 'SystemRestore'
        MethodName          = 'CreateRestorePoint'
        Arguments           = $words
        OperationTimeoutSec = 900
    }
    $answer = Invoke-CimMethod @make
    $made = @(Get-CimInstance @read | Where-Object -Property SequenceNumber -GT $highest)
    Write-Step -Id 2 -Complete
    if ($answer.ReturnValue -eq 0 -and $made) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'restorePointFailed' -With @{ Code = $answer.ReturnValue })
}
