param($Windows)
# Servicing has noted that nothing here can mend it; a whole image of Windows as source still does.
$Windows.ImageHealth = 'NonRepairable'
$Windows.Tools['dism.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/RestoreHealth') { $Windows.ImageHealth = 'Healthy' }
    @{ ExitCode = 0 }
}
@{ Reason = 'store-lost'; HResult = @(); Evidence = @{ State = 'NonRepairable' } }
