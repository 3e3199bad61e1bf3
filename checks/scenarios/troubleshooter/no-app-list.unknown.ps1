param($Windows)
$Windows.Registry.Remove('HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications')
@{
    Reason   = 'unreadable'
    HResult  = @()
    Evidence = @{ AllowedByPolicy = $true; GetHelp = $false; OldTool = $false }
}
