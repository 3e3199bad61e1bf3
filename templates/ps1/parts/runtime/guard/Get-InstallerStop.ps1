function Get-InstallerStop {
    $names = 'TiWorker', 'SetupHost', 'SetupPrep', 'wusa', 'DismHost'
    foreach ($process in @(Get-Process -Name $names -ErrorAction SilentlyContinue)) {
        New-GuardStop -Code 14 -Reason 'installerBusy' -Evidence @{ Name = $process.Name }
    }
    if (Test-Path -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress') {
        New-GuardStop -Code 14 -Reason 'installerBusy' -Evidence @{ Name = 'Windows Installer' }
    }
}
