# DismHost is none: Defender opens sessions of DISM by itself.
function Get-InstallerStop {
    foreach ($process in @(Get-Process -Name 'SetupHost', 'SetupPrep', 'wusa' -ErrorAction SilentlyContinue)) {
        New-GuardStop -Code 14 -Reason 'installerBusy' -Evidence @{ Name = $process.Name }
    }
    if (Test-Path -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress') {
        New-GuardStop -Code 14 -Reason 'installerBusy' -Evidence @{ Name = 'Windows Installer' }
    }
}
