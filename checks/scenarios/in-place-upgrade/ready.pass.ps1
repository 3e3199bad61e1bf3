# A healthy PC.
@{
    Reason   = 'media'
    HResult  = @()
    Evidence = @{
        Architecture  = 'AMD64'
        Edition       = 'Professional'
        FreeGigabytes = 80
        Locale        = 'en-US'
        Needed        = 20
    }
}
