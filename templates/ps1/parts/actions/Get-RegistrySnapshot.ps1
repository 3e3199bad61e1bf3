# <type>:<data>, "absent", or "no-key" without its key; nothing when of a type that cannot be written back.
function Get-RegistrySnapshot {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name)
    if (-not (Test-Path -LiteralPath $Path)) { return 'no-key' }
    $key = Get-Item -LiteralPath $Path
    try {
        if ($Name -notin $key.GetValueNames()) { return 'absent' }
        $kind = "$($key.GetValueKind($Name))"
        $data = $key.GetValue($Name, $null, 'DoNotExpandEnvironmentNames')
    }
    finally { $key.Close() }
    switch ($kind) {
        'String' { "REG_SZ:$data" }
        'ExpandString' { "REG_EXPAND_SZ:$data" }
        'MultiString' { "REG_MULTI_SZ:$($data -join "`n")" }
        'DWord' { 'REG_DWORD:0x{0:x}' -f $data }
        'QWord' { 'REG_QWORD:0x{0:x}' -f $data }
        'Binary' { 'REG_BINARY:' + [BitConverter]::ToString($data).Replace('-', '') }
    }
}
