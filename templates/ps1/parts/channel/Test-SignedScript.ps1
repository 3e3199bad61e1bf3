# Whether a script carries a signature over the very bytes that are here. Who signed is for Windows to judge.
function Test-SignedScript {
    param([Parameter(Mandatory)] [string] $Path)
    (Get-AuthenticodeSignature -LiteralPath $Path).Status -notin 'NotSigned', 'HashMismatch', 'NotSupportedFileFormat'
}
