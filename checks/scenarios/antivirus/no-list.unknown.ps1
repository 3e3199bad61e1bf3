param($Windows)
$Windows.Cim.Remove('AntiVirusProduct')
