# Outputs whether it is so now. A key made for a value goes with it, if nothing else lives there.
function Write-RegistrySnapshot {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Value
    )
    $present = Get-RegistrySnapshot -Path $Path -Name $Name
    if ($present -ceq $Value) { return $true }
    if ($Value -in 'absent', 'no-key') {
        if ($present -notin 'absent', 'no-key') { Remove-ItemProperty -LiteralPath $Path -Name $Name }
        if ($Value -eq 'no-key' -and (Test-Path -LiteralPath $Path)) {
            $key = Get-Item -LiteralPath $Path
            $isEmpty = -not $key.GetValueNames() -and -not (Get-SubkeyName -Path $Path)
            $key.Close()
            if ($isEmpty) { Remove-Item -LiteralPath $Path }
        }
        return (Get-RegistrySnapshot -Path $Path -Name $Name) -in 'absent', 'no-key'
    }
    $type, $data = $Value -split ':', 2
    $typed = switch ($type) {
        'REG_DWORD' { 'DWord', [Convert]::ToInt32($data, 16) }
        'REG_QWORD' { 'QWord', [Convert]::ToInt64($data, 16) }
        'REG_BINARY' {
            $bytes = $data -split '(..)' -ne '' | ForEach-Object { [Convert]::ToByte($_, 16) }
            'Binary', [byte[]] @($bytes)
        }
        'REG_MULTI_SZ' { 'MultiString', [string[]] @(if ($data) { $data -split "`n" }) }
        'REG_EXPAND_SZ' { 'ExpandString', $data }
        'REG_SZ' { 'String', $data }
    }
    if ($present -eq 'no-key') { $null = New-Item -Path $Path }
    $splat = @{ LiteralPath = $Path; Name = $Name; PropertyType = $typed[0]; Value = $typed[1] }
    $null = New-ItemProperty @splat -Force
    (Get-RegistrySnapshot -Path $Path -Name $Name) -ceq $Value
}
