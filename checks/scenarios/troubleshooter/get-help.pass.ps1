param($Windows)
# The app is there for all users, and the old program still lies beside it.
$apps = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications'
$Windows.Registry["$apps\Microsoft.GetHelp_10.2409.22951.0_neutral_~_8wekyb3d8bbwe"] = @{}
Set-Content -LiteralPath 'C:\Windows\System32\msdt.exe' -Value 'x'
@{
    Reason   = 'get-help'
    HResult  = @()
    Evidence = @{ AllowedByPolicy = $true; GetHelp = $true; OldTool = $false }
}
