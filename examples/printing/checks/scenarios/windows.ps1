# A PC with one printer in the network, as every scenario of this checklist begins.
param($Windows)
$print = 'HKLM:\SYSTEM\CurrentControlSet\Control\Print'
$Windows.Registry[$print] = @{}
$Windows.Registry["$print\Printers"] = @{ DefaultSpoolDirectory = 'C:\Windows\System32\spool\PRINTERS' }
$Windows.Registry["$print\Monitors"] = @{}
$Windows.Registry["$print\Monitors\Local Port"] = @{ Driver = 'localspl.dll' }
$Windows.Registry["$print\Monitors\Standard TCP/IP Port"] = @{ Driver = 'tcpmon.dll' }
$Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Windows'] = @{}
$null = New-Item -Path 'C:\Windows\System32\spool\PRINTERS' -ItemType Directory -Force
foreach ($file in 'localspl.dll', 'tcpmon.dll') { Set-Content -LiteralPath "C:\Windows\System32\$file" -Value 'x' }
$Windows.Cim['Win32_Printer'] = @(
    [pscustomobject]@{ Name = 'Office'; Default = $true; WorkOffline = $false; PortName = 'IP_192.0.2.10' }
)
$Windows.Commands['Get-Printer'] = {
    [CmdletBinding()] param()
    [pscustomobject]@{ Name = 'Office'; Shared = $false; KeepPrintedJobs = $false }
}
$Windows.Commands['Get-PrinterDriver'] = {
    [CmdletBinding()] param()
    [pscustomobject]@{ Name = 'Office Class Driver'; MajorVersion = 4; InfPath = 'C:\Windows\INF\office.inf' }
}
$Windows.Commands['Get-PrinterPort'] = {
    [CmdletBinding()] param([string] $Name)
    [pscustomobject]@{ Name = $Name; PrinterHostAddress = $null }
}
$Windows.Commands['Get-NetFirewallRule'] = {
    [CmdletBinding()] param([string[]] $Name, [string] $PolicyStore)
    foreach ($each in $Name) { [pscustomobject]@{ Name = $each; Enabled = 'False'; Action = 'Allow' } }
}
