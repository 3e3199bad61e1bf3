param($Windows)
# An older Windows, on which updates fail.
$null = New-Item -Path 'C:\Windows\System32\msdt.exe' -ItemType File -Force
$null = New-Item -Path 'C:\Windows\diagnostics\system\WindowsUpdate' -ItemType Directory -Force
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications'] = @{}
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddDays(-1)
        Data     = @{ errorCode = '0x80070643'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' }
    })
@{
    Reason   = 'old-tool'
    HResult  = @()
    Evidence = @{ AllowedByPolicy = $true; GetHelp = $false; OldTool = $true }
}
