# To what two independent witnesses agree on at this moment, and only that: one answer, whoever it comes from, sets
# no clock. A PC of a domain or a cloud directory has a source of its own and is left to it. Outputs whether it was
# set. Time cannot be taken back; the journal keeps both readings.
function Set-SystemClock {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string[]] $Witness, [Parameter(Mandatory)] [string] $Floor)
    $membership = Get-Membership
    if ($membership.Role -notin 0, 2 -or $membership.IsCloudJoined) { return $false }
    $offset = (Get-ClockOffset -Witness $Witness -Floor $Floor).Offset
    if ($null -eq $offset) { throw (Get-Message -Key 'clockNotWitnessed') }
    $seconds = [math]::Round($offset.TotalSeconds)
    $text = Get-Message -Key 'doSetClock' -With @{ Seconds = $seconds }
    if (-not (Confirm-Change -Text $text)) { return $false }
    $before = (Get-Date).ToUniversalTime()
    $format = 'yyyy-MM-ddTHH:mm:ssZ'
    $splat = @{
        Action = 'set-clock'
        Target = 'UTC'
        Before = $before.ToString($format, [Globalization.CultureInfo]::InvariantCulture)
        After  = $before.Add($offset).ToString($format, [Globalization.CultureInfo]::InvariantCulture)
    }
    $entry = Add-JournalPlan @splat
    $null = Set-Date -Adjust $offset
    $missed = ((Get-Date).ToUniversalTime() - $before - $offset).TotalSeconds
    if ([math]::Abs($missed) -lt 30) {
        Complete-JournalEntry -Number $entry
        return $true
    }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'clockFailed')
}
