param($Windows)
# Servicing noted damage that DISM repairs. Neither tool speaks English: no word of them may decide.
$Windows.ImageHealth = 'Repairable'
$Windows.Tools['dism.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/RestoreHealth') { $Windows.ImageHealth = 'Healthy' }
    @{ Lines = @('Der Wiederherstellungsvorgang wurde erfolgreich abgeschlossen.', "Onar\u0131m i\u015flemi tamamland\u0131.") }
}
$Windows.Tools['sfc.exe'] = {
    @{ ExitCode = 0; Lines = @('Windows-Ressourcenschutz hat keine Integritaetsverletzungen gefunden.') }
}
@{
    Reason   = 'store-damaged'
    HResult  = @()
    Evidence = @{ Code = '0x00000000'; State = 'Repairable' }
}
