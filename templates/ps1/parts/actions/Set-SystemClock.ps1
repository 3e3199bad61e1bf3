# Time cannot be taken back; the journal keeps both readings.
function Set-SystemClock {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [timespan] $Offset)
    $seconds = [math]::Round($Offset.TotalSeconds)
    if (-not (Confirm-Change -Text (Get-Message -Key 'doSetClock' -With @{ Seconds = $seconds }))) { return }
    $before = (Get-Date).ToUniversalTime()
    $format = 'yyyy-MM-ddTHH:mm:ssZ'
    $splat = @{
        Action = 'set-clock'
        Target = 'UTC'
        Before = $before.ToString($format, [Globalization.CultureInfo]::InvariantCulture)
        After  = $before.Add($Offset).ToString($format, [Globalization.CultureInfo]::InvariantCulture)
    }
    $entry = Add-JournalPlan @splat
    $null = Set-Date -Adjust $Offset
    $missed = ((Get-Date).ToUniversalTime() - $before - $Offset).TotalSeconds
    if ([math]::Abs($missed) -lt 30) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'clockFailed')
}
