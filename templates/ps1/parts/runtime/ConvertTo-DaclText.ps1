# The access list of a security descriptor in bytes, as SDDL with numbers for the rights; nothing where it has
# entries of other kinds than "allow" and "deny".
function ConvertTo-DaclText {
    param([Parameter(Mandatory)] [byte[]] $Descriptor)
    $names = @{ 'S-1-1-0' = 'WD'; 'S-1-5-4' = 'IU'; 'S-1-5-11' = 'AU'; 'S-1-5-18' = 'SY'; 'S-1-5-32-544' = 'BA' }
    $at = [BitConverter]::ToInt32($Descriptor, 16)
    $text = 'D:'
    for ($left = [BitConverter]::ToUInt16($Descriptor, $at + 4); $left -gt 0; $left--) {
        # Behind the head of the list, or behind the entry before.
        $at += if ($text -eq 'D:') { 8 } else { [BitConverter]::ToUInt16($Descriptor, $at + 2) }
        if ($at -eq 8 -or $Descriptor[$at] -gt 1) { return }
        $head = ('A', 'D')[$Descriptor[$at]] + ';' + ('', 'CI')[($Descriptor[$at + 1] -band 2) / 2]
        $who = "S-1-$($Descriptor[$at + 15])"
        for ($part = 1; $part -le $Descriptor[$at + 9]; $part++) {
            $who += '-' + [BitConverter]::ToUInt32($Descriptor, $at + 12 + 4 * $part)
        }
        if ($names.ContainsKey($who)) { $who = $names[$who] }
        $text += '({0};0x{1:x};;;{2})' -f $head, [BitConverter]::ToUInt32($Descriptor, $at + 4), $who
    }
    $text
}
