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
    $tell = { $args[0].ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture) }
    $after = & $tell (Get-Date).ToUniversalTime().Add($offset)
    if (-not (Confirm-Change -Text (Get-Message -Key 'doSetClock' -With @{ Now = $after }))) { return $false }
    # The person may have thought about it for a while.
    $before = (Get-Date).ToUniversalTime()
    $splat = @{
        Action = 'set-clock'
        Target = 'UTC'
        Before = & $tell $before
        After  = & $tell $before.Add($offset)
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
