param($Windows)
$Windows.Commands['Get-Printer'] = {
    [CmdletBinding()] param()
    [pscustomobject]@{ Name = 'Office'; Shared = $true; KeepPrintedJobs = $false }
}
@{ Reason = 'closed'; HResult = @(); Evidence = @{ Printers = 'Office' } }
