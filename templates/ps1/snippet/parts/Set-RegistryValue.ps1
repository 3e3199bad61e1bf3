function Set-RegistryValue([string] $Path, [string] $Name, [string] $Value) {
    $owned = 'Policies', 'PolicyManager', 'Group Policy', 'Enrollments', 'Component Based Servicing', 'RebootRequired'
    if ($Path -split '\\' | Where-Object { $_ -in $owned }) { throw "$Path belongs to a policy or to Windows itself." }
    $before = 'no-key'
    if (Test-Path -LiteralPath $Path) {
        $key = Get-Item -LiteralPath $Path
        $data = $key.GetValue($Name)
        $before = if ($null -eq $data) { 'absent' } elseif ($data -is [int]) { 'REG_DWORD:0x{0:x}' -f $data }
    }
    if ($before -ceq $Value -or ($Value -eq 'absent' -and $before -eq 'no-key')) { return }
    if (-not $before) { throw "A snippet cannot keep the value $Name of $Path." }
    Invoke-JournalledChange 'registry-value' "$($Path.Replace('HKLM:', 'HKLM')):$Name" $before $Value {
        if ($Value -eq 'absent') { return Remove-ItemProperty -LiteralPath $Path -Name $Name }
        if ($before -eq 'no-key') { $null = New-Item -Path $Path }
        $number = [Convert]::ToInt32(($Value -split ':')[1], 16)
        New-ItemProperty -LiteralPath $Path -Name $Name -PropertyType DWord -Value $number -Force
    }
}
