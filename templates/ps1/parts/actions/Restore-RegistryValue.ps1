function Restore-RegistryValue {
    param([Parameter(Mandatory)] [string] $Target, [Parameter(Mandatory)] [string] $Before)
    $key, $name = $Target -split ':', 2
    Write-RegistrySnapshot -Path ($key -replace '^HKLM', 'HKLM:') -Name $name -Value $Before
}
