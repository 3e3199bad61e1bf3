param([string] $Name, [string[]] $Entries)
$evidence = @{ Service = $Name; AccessList = Get-ServiceSecurity -Name $Name; Lost = @() }
$evidence['Expected'] = 'D:' + ($Entries -join '')
# Entries with conditions are not judged: who they let in depends on more than the list.
if ([string] $evidence.AccessList -cnotmatch '^D:[A-Z]*(?:\([AD];[A-Z]*;[^;()]*;;;[^;()]+\))*(?:S:.*)?$') {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
$evidence['Lost'] = @(Get-LostServiceRight -Sddl $evidence.AccessList)
if ($evidence.Lost) { return New-Finding -Status Problem -Reason 'lost' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
