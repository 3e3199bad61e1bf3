param([string[]] $Services)
# Services and what they load are ours to set again. Policies, tasks, rules and files belong to whoever set them.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Services'
$windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$isServer = (Get-RegistryValue -Path $windows -Name 'InstallationType') -ne 'Client'
$is2016 = $isServer -and (Get-RegistryValue -Path $windows -Name 'CurrentBuildNumber') -eq '14393'
foreach ($row in $Services) {
    $name, $startType, $file = $row -split ' '
    if ($is2016 -and $name -eq 'usosvc') { $startType = 'demand' }
    $path = "$key\$name"
    if ((Get-RegistryValue -Path $path -Name 'Start') -eq 4) {
        # Administrators may not configure this one, but write its values.
        if ($name -eq 'WaaSMedicSvc') { Set-RegistryValue -Path $path -Name 'Start' -Value 'REG_DWORD:0x3' }
        else { Set-ServiceStartType -Name $name -StartType $startType }
    }
    if (-not (Test-Path -LiteralPath "$path\Parameters") -or -not $file) { continue }
    $library = [string] (Get-RegistryValue -Path "$path\Parameters" -Name 'ServiceDll')
    $library = $library -replace '^%SystemRoot%|^%w[iI]nd[iI]r%', $env:SystemRoot
    if ($library -and (Test-Path -LiteralPath $library)) { continue }
    $usual = Join-Path -Path $env:SystemRoot -ChildPath "System32\$file"
    if (-not (Test-Path -LiteralPath $usual)) { continue }
    $value = "REG_EXPAND_SZ:%SystemRoot%\System32\$file"
    Set-RegistryValue -Path "$path\Parameters" -Name 'ServiceDll' -Value $value
}
