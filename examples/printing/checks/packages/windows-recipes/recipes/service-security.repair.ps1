param([string] $Name, [string[]] $Entries)
# A list that lets SYSTEM and administrators in is left as it is.
$present = Get-ServiceSecurity -Name $Name
if ($present -and (Get-LostServiceRight -Sddl $present)) {
    Set-ServiceSecurity -Name $Name -Sddl ('D:' + ($Entries -join ''))
}
