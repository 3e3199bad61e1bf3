param($Windows)
$Windows.Commands['Get-Printer'] = {
    [CmdletBinding()] param()
    [pscustomobject]@{ Name = 'Office'; Shared = $true; KeepPrintedJobs = $false }
}
$Windows.Commands['Get-NetFirewallRule'] = { throw 'No MSFT_NetFirewallRule objects found.' }
@{ Reason = 'unreadable'; HResult = @() }
