param($Windows)
# An image without the app, and a policy against the old packs: the organisation's choice, and no fault.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications'] = @{}
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\ScriptedDiagnostics'] = @{ EnableDiagnostics = 0 }
Set-Content -LiteralPath 'C:\Windows\System32\msdt.exe' -Value 'x'
$null = New-Item -Path 'C:\Windows\diagnostics\system\WindowsUpdate' -ItemType Directory -Force
@{
    Reason   = 'none'
    HResult  = @()
    Evidence = @{ AllowedByPolicy = $false; GetHelp = $false; OldTool = $true }
}
