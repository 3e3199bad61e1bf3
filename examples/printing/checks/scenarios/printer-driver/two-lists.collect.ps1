param($Windows)
$Windows.Tools['pnputil.exe'] = {
    param($Arguments)
    if ("$Arguments" -ne '/enum-drivers') { return @{ ExitCode = 87; Lines = @() } }
    @{ ExitCode = 0; Lines = @('Published Name: oem1.inf') }
}
@{ Files = @{ 'PrinterDrivers.txt' = 'Office Class Driver, version 4, *office.inf*'; 'DriverPackages.txt' = '*oem1.inf*' } }
