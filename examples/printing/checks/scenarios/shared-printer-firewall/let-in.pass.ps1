param($Windows)
$Windows.Commands['Get-Printer'] = {
    [CmdletBinding()] param()
    [pscustomobject]@{ Name = 'Office'; Shared = $true; KeepPrintedJobs = $false }
}
$Windows.Commands['Get-NetFirewallRule'] = {
    [CmdletBinding()] param([string[]] $Name, [string] $PolicyStore)
    foreach ($each in $Name) { [pscustomobject]@{ Name = $each; Enabled = 'True'; Action = 'Allow' } }
}
@{ Status = 'Ok'; Reason = ''; HResult = @(); Evidence = @{ Rules = 2 } }
