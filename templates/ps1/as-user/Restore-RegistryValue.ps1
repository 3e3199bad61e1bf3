function Restore-RegistryValue {
    param([Parameter(Mandatory)] [string] $Target, [Parameter(Mandatory)] [string] $Before)
    # The second colon: the first one ends the name of the drive.
    $drive, $key, $name = $Target -split ':', 3
    Write-RegistrySnapshot -Path "${drive}:$key" -Name $name -Value $Before
}
