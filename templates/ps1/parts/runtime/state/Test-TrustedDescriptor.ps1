# Whether only SYSTEM, Administrators and the installer own and may change, by SDDL, which no language translates.
# Closed: whatever the folder above gives to others. What it does not understand, it does not trust.
function Test-TrustedDescriptor {
    param([string] $Sddl, [switch] $Closed)
    # Write, append, attributes, delete child, delete, change rights or owner, and their generic forms.
    $forbidden = 0x500D0156L
    $installer = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'
    $trusted = 'SY', 'BA', 'S-1-5-18', 'S-1-5-32-544', $installer
    $account = '(?:S-1-[0-9-]+|[A-Z]{2})'
    # An absent or empty list of rights means everyone, or a form that is not read here.
    $shape = "\AO:(?<Owner>$account)(?:G:$account)?D:(?<Flags>[A-Z]*)(?<Rights>(?:\([^()]*\))+)(?:S:.*)?\z"
    if ($Sddl -cnotmatch $shape -or $Matches.Owner -notin $trusted) { return $false }
    if ($Closed -and $Matches.Flags -cnotlike 'P*') { return $false }
    $masks = @{
        CC = 0x1; DC = 0x2; LC = 0x4; SW = 0x8; RP = 0x10; WP = 0x20; DT = 0x40; LO = 0x80; CR = 0x100
        SD = 0x10000; RC = 0x20000; WD = 0x40000; WO = 0x80000
        GA = 0x10000000L; GX = 0x20000000L; GW = 0x40000000L; GR = 0x80000000L
        FA = 0x1F01FF; FR = 0x120089; FW = 0x120116; FX = 0x1200A0
    }
    foreach ($entry in $Matches.Rights.Trim('(', ')') -split '\)\(') {
        $type, $null, $rights, $null, $null, $sid = $entry -split ';'
        if ($type -in 'D', 'OD', 'XD' -or $sid -in $trusted) { continue }
        if ($type -cne 'A') { return $false }
        $mask = [int64] 0
        if ($rights -match '\A0x[0-9a-f]{1,8}\z') { $mask = [Convert]::ToInt64($rights, 16) }
        else {
            foreach ($word in $rights -split '(..)' -ne '') {
                if (-not $masks.ContainsKey($word)) { return $false }
                $mask = $mask -bor $masks[$word]
            }
        }
        if ($mask -band $forbidden) { return $false }
    }
    $true
}
