param($Windows)
$Windows.Commands['Get-PrinterDriver'] = {
    [CmdletBinding()] param()
    [pscustomobject]@{ Name = 'Old'; MajorVersion = 2; InfPath = '' }
}
@{ Reason = 'old-driver'; HResult = @(); Evidence = @{ Drivers = 'Old' } }
