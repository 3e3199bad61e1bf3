# The access list (D:) of a security descriptor as the registry keeps it, in SDDL with numbers for the rights; nothing
# where entries are of other kinds than "allow" and "deny".
function ConvertTo-DaclText {
    param([Parameter(Mandatory)] [byte[]] $Descriptor)
    $names = @{
        'S-1-1-0' = 'WD'; 'S-1-5-4' = 'IU'; 'S-1-5-6' = 'SU'; 'S-1-5-11' = 'AU'
        'S-1-5-18' = 'SY'; 'S-1-5-32-544' = 'BA'
    }
    $flagNames = @{ 1 = 'OI'; 2 = 'CI'; 4 = 'NP'; 8 = 'IO'; 16 = 'ID' }
    $at = [BitConverter]::ToInt32($Descriptor, 16)
    if ($at -eq 0) { return }
    $count = [BitConverter]::ToUInt16($Descriptor, $at + 4)
    $at += 8
    $text = 'D:'
    for ($number = 0; $number -lt $count; $number++) {
        if ($Descriptor[$at] -gt 1) { return }
        $type = 'A', 'D' | Select-Object -Index $Descriptor[$at]
        $flags = -join ($flagNames.Keys | Where-Object { $Descriptor[$at + 1] -band $_ } |
                ForEach-Object { $flagNames[$_] })
        $rights = '0x{0:x}' -f [BitConverter]::ToUInt32($Descriptor, $at + 4)
        # A SID: its revision, how many numbers follow, the authority in six bytes, then the numbers.
        $who = "S-$($Descriptor[$at + 8])-$($Descriptor[$at + 15])"
        for ($part = 0; $part -lt $Descriptor[$at + 9]; $part++) {
            $who += '-' + [BitConverter]::ToUInt32($Descriptor, $at + 16 + 4 * $part)
        }
        if ($names.ContainsKey($who)) { $who = $names[$who] }
        $text += "($type;$flags;$rights;;;$who)"
        $at += [BitConverter]::ToUInt16($Descriptor, $at + 2)
    }
    $text
}
