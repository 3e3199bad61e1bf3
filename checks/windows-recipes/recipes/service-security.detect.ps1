param([string] $Name, [string[]] $Entries)
$evidence = @{ Service = $Name; AccessList = Get-ServiceSecurity -Name $Name; Lost = @() }
$evidence['Expected'] = 'D:' + ($Entries -join '')
# Entries with conditions are not judged: more than the list decides who they let in.
if ([string] $evidence.AccessList -cnotmatch '^D:[A-Z]*(?:\([AD];[A-Z]*;[^;()]*;;;[^;()]+\))*(?:S:.*)?$') {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
$evidence['Lost'] = @(Get-LostServiceRight -Sddl $evidence.AccessList)
if ($evidence.Lost) { return New-Finding -Status Problem -Reason 'lost' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
